/**
 * What the press can be asked to do: issue the edition that is due, correct one, retract one, look after those that are
 * out. In: the parameters of a run, which anybody with access to the account may have typed. Out: an order in which
 * everything is known. It reads no store; whether the edition exists is found out when the order is carried out.
 */
import * as v from "valibot";
import { LANGUAGES } from "../../templates/languages.ts";
import { correctionNoteSchema } from "../model/correction-note.ts";
import { parseEditionId } from "../model/edition.ts";
import type { Localized } from "../model/localized.ts";
import type { Schedule } from "../model/parsing/parse-schedule.ts";
import { BadOrder } from "../model/problem.ts";
import { slotReached } from "./schedule.ts";

export type Order = EditionOrder | UpkeepOrder;

export type EditionOrder =
  /** `anyway`: also where nothing is different that a reader is told. */
  | { readonly kind: "issue"; readonly week: string; readonly anyway?: true; readonly time: string }
  | {
      readonly kind: "correct";
      readonly edition: string;
      readonly note: Localized;
      /**
       * What was wrong: these entries of the library, by identifier; all that is different in today's; or nothing but what
       * the program made of it.
       */
      readonly scope: { readonly entries: readonly string[] } | "library" | "program";
      readonly time: string;
    }
  | { readonly kind: "retract"; readonly edition: string; readonly reason: Localized; readonly time: string };

/** Looks after what was published, and issues nothing. */
export interface UpkeepOrder {
  /** A reconciliation is what every run begins with, and nothing else. */
  readonly kind: "reconcile" | "check" | "restore" | "rebuild";
  /** Null means every edition. */
  readonly edition: string | null;
  readonly time: string;
}

const UPKEEP = ["reconcile", "check", "restore", "rebuild"] as const;

const edition = v.pipe(
  v.string(),
  v.check((id) => parseEditionId(id) !== null, "must be an edition such as 2026-W47 or 2026-W47.2"),
);
/** In every language that the program has. */
const PROGRAM_NOTE: Localized = Object.fromEntries(
  Object.entries(LANGUAGES).map(([language, words]) => [language, words.correctedByProgram]),
);

export function isUpkeep(order: Order): order is UpkeepOrder {
  return (UPKEEP as readonly string[]).includes(order.kind);
}

/** Orders of the schedule say when they were given, so that a run begun anew is the same run. */
const time = v.optional(v.pipe(v.string(), v.isoTimestamp("must be a time such as 2026-11-23T05:00:00.000Z")));

const orderSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("issue"), anyway: v.optional(v.boolean()), time }),
  v.strictObject({
    kind: v.literal("correct"),
    edition,
    note: correctionNoteSchema,
    entries: v.optional(v.pipe(v.array(v.string()), v.minLength(1, "names no entry"))),
    time,
  }),
  /** The program's own words say what was wrong. */
  v.strictObject({ kind: v.literal("correct-program"), edition, time }),
  v.strictObject({ kind: v.literal("retract"), edition, reason: correctionNoteSchema, time }),
  v.strictObject({ kind: v.picklist(UPKEEP), edition: v.optional(edition), time }),
]);

/** The parameters of a run, as its schedule or an operator writes them. */
export type OrderInput = v.InferInput<typeof orderSchema>;

/**
 * `given` is when the run was asked for, for orders that do not say.
 * @throws BadOrder that names every field that is wrong.
 */
export function parseOrder(input: unknown, given: Date, schedule: Schedule): Order {
  const parsed = v.safeParse(orderSchema, input);
  if (!parsed.success) {
    const reasons = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "order"}: ${issue.message}`);
    throw new BadOrder(reasons.join("; "));
  }
  const order = parsed.output;
  const moment = order.time === undefined ? given : new Date(order.time);
  const at = moment.toISOString();
  switch (order.kind) {
    case "issue":
      return {
        kind: "issue",
        week: slotReached(schedule, moment).week,
        ...(order.anyway ? { anyway: true } : {}),
        time: at,
      };
    case "correct":
      return {
        kind: "correct",
        edition: order.edition,
        note: order.note,
        scope: order.entries === undefined ? "library" : { entries: order.entries },
        time: at,
      };
    case "correct-program":
      return { kind: "correct", edition: order.edition, note: PROGRAM_NOTE, scope: "program", time: at };
    case "reconcile":
    case "check":
    case "restore":
    case "rebuild":
      return { kind: order.kind, edition: order.edition ?? null, time: at };
    case "retract":
      return { ...order, time: at };
  }
}
