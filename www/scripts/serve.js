// Serves this folder on the loopback address: `node scripts/serve.js [PORT]`, from port 8000 up when none is named.

import { fileURLToPath } from "node:url";
import { context } from "esbuild";

const port = process.argv[2] ? Number(process.argv[2]) : undefined;
const site = await context({});
const address = await site.serve({ servedir: fileURLToPath(new URL("..", import.meta.url)), host: "127.0.0.1", port });
console.log(`newsgloss demo: http://127.0.0.1:${address.port}/ (Ctrl-C ends it)`);
