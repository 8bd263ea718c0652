/**
 * An edition frozen from seeds as they are, and the routes that serve it. In: stores that nobody else has, and seeds. Out:
 * the edition, current and none of its files made; answers. The library is not loaded into the database: an edition is
 * all that readers see, and nothing here is compared with what was issued before.
 */
import { CARD_FORMAT } from "../../src/formats/endings.ts";
import { secure } from "../../src/http/answer/security-headers.ts";
import { routes } from "../../src/http/routes.ts";
import type { Site } from "../../src/http/site.ts";
import { runTogether } from "../../src/library/commands.ts";
import { BadSettings, problemLine } from "../../src/model/problem.ts";
import type { Program } from "../../src/model/program.ts";
import { parseSettings } from "../../src/model/settings.ts";
import { slotReached } from "../../src/press/schedule.ts";
import { renderCard } from "../../src/render/render-card.ts";
import { cardOf, fileKey } from "../../src/render/variant.ts";
import { currentEdition } from "../../src/store/edition-index.ts";
import { fileOf, putFile } from "../../src/store/file-store.ts";
import { freeze } from "../../src/store/freeze.ts";
import { indexCommands, keepEdition } from "../../src/store/publish.ts";
import { readEditionIn } from "../../src/store/read-edition.ts";
import { LANGUAGES } from "../../templates/languages.ts";
import { parseSeeds, type Seeds } from "../parse-seeds.ts";

type Env = Site["Bindings"];

const PROGRAM: Program = { name: "dev", version: "dev" };
const CARD = new RegExp(`/([^/]+)/([^/]+)\\.${CARD_FORMAT.ending}$`);
const app = routes(PROGRAM, Date.now, (milliseconds) => scheduler.wait(milliseconds));

/** The name of the edition, and what is odd about the seeds without being wrong, line by line. */
export async function issueSeeds(env: Env, seeds: Seeds): Promise<string> {
  const { settings, problems } = parseSettings(env);
  const { site, schedule } = settings;
  if (site === null || schedule === null) throw new BadSettings(problems.map(({ message }) => message));
  const { library, warnings } = parseSeeds(seeds);
  const now = new Date();
  const { week } = slotReached(schedule, now);
  const frozen = freeze(library, {
    id: week,
    // To the millisecond, so that no file of the edition before is taken for one of this.
    issued: now.toISOString(),
    timeZone: schedule.timeZone,
    site,
    program: PROGRAM.name,
    changes: null,
    correction: null,
    corrected: null,
  });
  await keepEdition(env.SHEETS, frozen);
  await runTogether(env.LIBRARY, [{ sql: "DELETE FROM editions" }, ...indexCommands(frozen.entry)]);
  return [week, ...warnings.map(problemLine)].join("\n");
}

export async function answer(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, language = "", topic] = CARD.exec(pathname) ?? [];
  if (topic !== undefined && Object.hasOwn(LANGUAGES, language)) await drawCard(env, language, topic);
  return secure(await app.fetch(request, env, context));
}

/** Cards are otherwise drawn by the press alone. */
async function drawCard(env: Env, language: string, name: string): Promise<void> {
  const entry = await currentEdition(env.LIBRARY);
  const topic = entry?.topics.find(({ id }) => id === name);
  if (entry === null || topic === undefined) return;
  const card = cardOf(topic, language);
  const { contentType, content } = await renderCard(await readEditionIn(env.SHEETS, entry, language), card);
  await putFile(env.SHEETS, fileKey(entry, card), await fileOf(contentType, content));
}
