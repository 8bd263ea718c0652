/**
 * The Worker. In: requests and the ticks of the cron, with the bindings of `wrangler.toml`. Out: answers and editions.
 * The program's name and version, the clock and the bindings enter here; everything behind is handed what it needs.
 */
import { PROGRAM } from "../generated/program.ts";
import { secure } from "./http/answer/security-headers.ts";
import { routes } from "./http/routes.ts";
import { keepSchedule } from "./press/keep-schedule.ts";
import { pressContextOf } from "./press/press-context-of.ts";

export { Press } from "./press/press-workflow.ts";

const app = routes(PROGRAM, Date.now, (milliseconds) => scheduler.wait(milliseconds));

export default {
  async fetch(request, env, context) {
    return secure(await app.fetch(request, env, context));
  },
  async scheduled({ scheduledTime }, env) {
    await keepSchedule(pressContextOf(env, PROGRAM), env.PRESS, new Date(scheduledTime));
  },
} satisfies ExportedHandler<Env>;
