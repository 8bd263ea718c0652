/**
 * What `npm run deploy` asks first: whether the settings are fit for readers. In: `wrangler.toml`. Out: nothing, or a
 * sentence for each that is wrong and exit code 1, so that nothing is deployed.
 */
import { BadSettings } from "../src/model/problem.ts";
import { readPublicSettings } from "./read-settings.ts";

try {
  readPublicSettings();
} catch (error) {
  if (!(error instanceof BadSettings)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
