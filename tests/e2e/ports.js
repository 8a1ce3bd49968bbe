// Where the tests' two sites are: `E2E_PORT` and the port after it.

const port = Number(process.env.E2E_PORT ?? 4173);

/** The site whose pages are annotated. */
export const SITE = `http://localhost:${port}`;

/** Somebody else's site, which embeds what the first one has. */
export const STRANGER = `http://localhost:${port + 1}`;
