/**
 * What the press can be asked to do: issue the edition that is due, correct one, retract one. In: the parameters of a
 * run, which anybody with access to the account may have typed. Out: an order in which everything is known. It reads no
 * store; whether the edition exists is found out when the order is carried out.
 */
import * as v from "valibot";
import { correctionNoteSchema } from "../model/correction-note.ts";
import { parseEditionId } from "../model/edition.ts";
import type { Localized } from "../model/localized.ts";
import type { Schedule } from "../model/parsing/parse-schedule.ts";
import { BadOrder } from "../model/problem.ts";
import { slotReached } from "./schedule.ts";

export type Order =
  | { readonly kind: "issue"; readonly week: string; readonly time: string }
  | {
      readonly kind: "correct";
      readonly edition: string;
      readonly note: Localized;
      /** The entries of the library that were wrong, by identifier; null means all of today's library. */
      readonly entries: readonly string[] | null;
      readonly time: string;
    }
  | { readonly kind: "retract"; readonly edition: string; readonly reason: Localized; readonly time: string };

const edition = v.pipe(
  v.string(),
  v.check((id) => parseEditionId(id) !== null, "must be an edition such as 2026-W47 or 2026-W47.2"),
);
/** Orders of the schedule say when they were given, so that a run begun anew is the same run. */
const time = v.optional(v.pipe(v.string(), v.isoTimestamp("must be a time such as 2026-11-23T05:00:00.000Z")));

const orderSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("issue"), time }),
  v.strictObject({
    kind: v.literal("correct"),
    edition,
    note: correctionNoteSchema,
    entries: v.optional(v.pipe(v.array(v.string()), v.minLength(1, "names no entry"))),
    time,
  }),
  v.strictObject({ kind: v.literal("retract"), edition, reason: correctionNoteSchema, time }),
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
      return { kind: "issue", week: slotReached(schedule, moment).week, time: at };
    case "correct":
      return { ...order, entries: order.entries ?? null, time: at };
    case "retract":
      return { ...order, time: at };
  }
}
