/**
 * Turns a refusal into an answer, since a step that throws is tried again and a bad order stays bad. In: work that may
 * refuse. Out: what it found, or why not; every other error is thrown on.
 */
import { BadLibrary, BadOrder, Lost } from "../model/problem.ts";

export interface Refused {
  readonly found: "refused";
  readonly reason: string;
}

export async function refusable<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadOrder || error instanceof BadLibrary || error instanceof Lost)
      return { found: "refused", reason: error.message };
    throw error;
  }
}
