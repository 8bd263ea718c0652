/**
 * The press: carries out an order in steps that can each be tried again. In: the press's context, what was ordered, and
 * a way to do steps. Out: what came of it. Whatever happens, readers keep the edition they had, or get the next one
 * whole.
 */

import { runTogether } from "../library/commands.ts";
import { BadOrder } from "../model/problem.ts";
import { dayIn } from "../store/day-in.ts";
import { type EditionEntry, editionById } from "../store/edition-index.ts";
import { digestsOf, type Stray } from "../store/find-strays.ts";
import { putRetraction } from "../store/record.ts";
import { retractCommands } from "../store/retract.ts";
import { type LoggedSteps, loggedSteps } from "./logged-steps.ts";
import { type EditionOrder, isUpkeep, parseOrder } from "./order.ts";
import { prepareCorrection, prepareIssue } from "./prepare.ts";
import type { PressContext, Steps } from "./press-context.ts";
import { pressEdition, tidyAndTell } from "./press-edition.ts";
import type { Moved } from "./publish-edition.ts";
import { reconcile } from "./reconcile.ts";
import { refusable } from "./refusable.ts";
import { finishCommand, type Outcome, type RunEnd, recordFailure, recordFrozen, runById, startRun } from "./run-log.ts";
import { discard } from "./sweep.ts";
import { runUpkeep } from "./upkeep.ts";
import type { UpkeepOutcome } from "./upkeep-log.ts";

/**
 * `id` names the run, `input` is what was ordered and `given` when.
 * @throws Error where a step failed more often than it is tried again; the log has it then, and the next tick of the
 * schedule begins the run anew.
 */
export async function runPress(
  context: PressContext,
  id: string,
  input: unknown,
  given: Date,
  steps: Steps,
): Promise<Outcome | UpkeepOutcome> {
  let order: EditionOrder | null = null;
  try {
    const known = parseOrder(input, given, context.schedule);
    if (isUpkeep(known)) return await runUpkeep(context, id, known, steps);
    order = known;
    await steps.do("start", async () => await start(context, id, known));
    const logged = loggedSteps(context, id, steps);
    const { strays } = await reconcile(context, logged);
    if (strays.length > 0) throw new BadOrder(unknownEditions(strays));
    return await carryOut(context, id, known, logged);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof BadOrder ? "refused" : "failed";
    context.log({ press: id, outcome, error: reason });
    const run = { id, kind: order?.kind ?? "issue", slot: order?.kind === "issue" ? order.week : null };
    await recordFailure(context.db, run, outcome, reason, context.now().toISOString()).catch((also: unknown) =>
      context.log({ press: id, unrecorded: String(also) }),
    );
    if (outcome === "refused") return outcome;
    throw error;
  }
}

async function start({ db, bucket, now }: PressContext, id: string, order: EditionOrder): Promise<null> {
  const before = await runById(db, id);
  // What lies under its week and was never published, it froze itself, by whatever program that was.
  const own = before !== null && order.kind === "issue" ? await digestsOf(bucket, order.week) : [];
  await startRun(db, id, order, now().toISOString());
  if (own.length > 0) await recordFrozen(db, id, own);
  return null;
}

/** How often a run freezes, because another edition was published or retracted while it set what it had frozen. */
const ATTEMPTS = 5;
/** Of the 1,024 steps of a Workflow, what all attempts together may take; a run that is begun anew has all again. */
const STEPS = 900;

async function carryOut(context: PressContext, id: string, order: EditionOrder, steps: LoggedSteps): Promise<Outcome> {
  let taken = 0;
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptTo(context, id, order, {
      do: async (name, work, made) => {
        taken++;
        // The platform knows a step by its name.
        return await steps.do(attempt === 1 ? name : `${name}, attempt ${attempt}`, work, made);
      },
    });
    if (outcome !== "moved") return outcome;
    if (attempt === ATTEMPTS || taken + taken / attempt > STEPS)
      throw new Error(`another edition became current while this one was set, ${attempt} times in a row`);
  }
}

async function attemptTo(
  context: PressContext,
  id: string,
  order: EditionOrder,
  steps: LoggedSteps,
): Promise<Outcome | Moved> {
  switch (order.kind) {
    case "issue":
    case "correct": {
      const work = await steps.do("freeze", () =>
        refusable(() =>
          order.kind === "issue" ? prepareIssue(context, id, order) : prepareCorrection(context, id, order),
        ),
      );
      if (work.found === "refused") return await finish("refused", { edition: null, error: work.reason });
      if (work.found === "nothing new") return await finish("unchanged", { edition: work.edition });
      if (work.found === "already there") return await finish("late", { edition: work.edition });
      const outcome =
        work.found === "published"
          ? await finish("issued", { edition: work.entry.id })
          : await pressEdition(context, id, work.entry, work.current, steps).catch((failure) =>
              giveWay(work.entry, failure),
            );
      if (outcome === "moved") await steps.do("discard", () => discard(context.bucket, context.db, work.entry));
      else await tidyAndTell(context, id, work.entry, outcome, steps);
      return outcome;
    }
    case "retract": {
      const done = await steps.do("retract", () => refusable(() => retract(context, order)));
      if (done.found === "refused") return await finish("refused", { edition: null, error: done.reason });
      return await finish("retracted", { edition: order.edition });
    }
  }

  /** Whoever was overtaken finds its files swept away, which is no fault of anybody's. */
  async function giveWay({ id: edition, digest }: EditionEntry, failure: unknown): Promise<Outcome> {
    const there = await editionById(context.db, edition).catch(() => null);
    if (there === null || there.digest === digest) throw failure;
    return await finish("late", { edition });
  }

  async function finish(outcome: Outcome, end: Omit<RunEnd, "outcome" | "now">): Promise<Outcome> {
    return await steps.do("finish", async () => {
      await runTogether(context.db, [finishCommand(id, { ...end, outcome, now: context.now().toISOString() })]);
      return outcome;
    });
  }
}

/** What a lost database has forgotten must not be published as something else. */
function unknownEditions(strays: readonly Stray[]): string {
  const ids = [...new Set(strays.map(({ id }) => id))].join(", ");
  return `R2 holds ${ids}, which neither a record nor the index knows; order npm run edition -- --rebuild first`;
}

async function retract(context: PressContext, { edition, reason, time }: Extract<EditionOrder, { kind: "retract" }>) {
  const entry = await editionById(context.db, edition);
  if (entry === null) throw new BadOrder(`edition: there is no edition ${edition}`);
  const on = dayIn(context.schedule.timeZone, time);
  const retracted = context.now().toISOString();
  // Its record makes it retracted; the index follows.
  const record = await putRetraction(context.bucket, { format: 1, edition, retraction: { on, reason }, retracted });
  const told = record.retraction;
  if (JSON.stringify([told.on, told.reason]) !== JSON.stringify([on, reason]))
    throw new BadOrder(`edition: ${edition} is retracted already, since ${told.on}; its reason stays as it was told`);
  await runTogether(context.db, retractCommands(edition, { on, reason }, record.retracted));
  return { found: "retracted" } as const;
}
