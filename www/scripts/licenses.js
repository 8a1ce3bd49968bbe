// Puts the licences beside the package, where npm wants them.

import { copyFile } from "node:fs/promises";

for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-WEIGHTS"]) {
  await copyFile(new URL(`../../${name}`, import.meta.url), new URL(`../${name}`, import.meta.url));
}
