/**
 * The Worker. In: requests, with the bindings of `wrangler.toml`. Out: answers. The program's name, the clock and the
 * bindings enter here; everything behind is handed what it needs.
 */
import { PROGRAM } from "../generated/program.ts";
import { setSpecimen } from "./editions/specimen.ts";
import { routes } from "./http/routes.ts";
import { secure } from "./http/security-headers.ts";

setSpecimen();
const app = routes(PROGRAM, Date.now);

export default {
  async fetch(request, env, context) {
    return secure(await app.fetch(request, env, context));
  },
} satisfies ExportedHandler<Env>;
