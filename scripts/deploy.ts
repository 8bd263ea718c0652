/**
 * `npm run deploy`: puts the Worker on Cloudflare. In: `wrangler.toml`. Out: first, a sentence for every setting that is not
 * fit for readers, and nothing done; then the migrations that the database has not had; last the Worker, which asks for
 * their tables and columns. Where one step fails, the next is not taken.
 */
import { parseArgs } from "node:util";
import { readPublicSettings } from "./read-settings.ts";
import { wrangler, wranglerInView } from "./run-wrangler.ts";

try {
  // Whatever were asked for here, such as another environment, would be half done: wrangler is called more than once.
  parseArgs({ options: {} });
  readPublicSettings();
  console.log(wrangler("d1", "migrations", "apply", "LIBRARY", "--remote"));
  process.exitCode = wranglerInView("deploy");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
