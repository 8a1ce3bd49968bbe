import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { SITE } from "./ports.js";

/** `CHROMIUM` names the browser to use; Debian's is taken where it stands, and Playwright's own otherwise. */
const executablePath = process.env.CHROMIUM ?? (existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined);

export default defineConfig({
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A machine that others work on too has hiccups of its own; what newsgloss does wrong it does every time.
  retries: process.env.CI ? 2 : 0,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: process.env.CI ? "dot" : "list",
  use: {
    baseURL: SITE,
    viewport: { width: 1440, height: 900 },
    // A browser that runs as root, as in a container, has no sandbox to start.
    launchOptions: { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] },
  },
  // All that a page can show is checked with both renderers; what does not draw, once.
  projects: [
    { name: "highlight", testDir: "both", use: { renderer: "highlight" } },
    { name: "mark", testDir: "both", use: { renderer: "mark" } },
    { name: "once", testDir: "once" },
  ],
  webServer: { command: "node server.js", url: `${SITE}/pages/plain.html`, reuseExistingServer: false },
});
