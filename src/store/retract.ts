/**
 * Takes an edition back. In: which, when and why. Out: commands for one transaction after which its addresses answer
 * with the reason and readers get the newest edition that is left. Nothing is deleted.
 */
import type { Command } from "../library/commands.ts";
import type { Retraction } from "../model/edition.ts";
import { pointToNewest } from "./publish.ts";

export function retractCommands(id: string, retraction: Retraction, retracted: string): readonly Command[] {
  return [
    {
      sql:
        "UPDATE editions SET retraction = coalesce(retraction, value -> '$.retraction'), " +
        "retracted = coalesce(retracted, value ->> '$.retracted') FROM json_each(?1) WHERE editions.id = value ->> '$.id'",
      rows: [{ id, retraction, retracted }],
    },
    ...pointToNewest(),
  ];
}
