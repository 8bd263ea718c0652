/**
 * The words of the sheet itself, in one language: labels, months, plural forms. In: one file a language below
 * `templates/words/`. Out: the shape those files must fill, checked by the compiler. It does not pick a language.
 */
import type { ChangeWords } from "./change-words.ts";
import type { CitingWords, FeedWords } from "./feed-words.ts";
import type { EmbedWords, KitWords } from "./kit-words.ts";
import type { AnswerValue, Article, StatementKind } from "./library.ts";
import type { Plural } from "./plural.ts";

export interface Words {
  /** The language's own name. */
  readonly name: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Patterns with `{d}`, `{m}`, `{mm}`, `{month}`, `{mon}`, `{y}`; day precision, month precision. */
  readonly dates: {
    readonly day: string;
    readonly month: string;
    readonly shortDay: string;
    readonly shortMonth: string;
  };
  readonly topicKinds: { readonly overview: string; readonly actor: string; readonly issue: string };
  readonly kinds: Readonly<Record<StatementKind, string>>;
  /** Heads what is on nobody's side. */
  readonly findings: string;
  /** Behind a date that the text does not tell. */
  readonly inferred: string;
  /** `{name}` reports what another actor holds. */
  readonly accordingTo: string;
  /** A statement whose actor has since said otherwise. */
  readonly superseded: string;
  readonly answers: Readonly<Record<AnswerValue | "not-stated", string>>;
  readonly contested: string;
  /** The preview card, and what previews are told of a page. */
  readonly card: {
    /** Language and country as Open Graph wants them; the country is the one whose spelling ours is. */
    readonly locale: string;
    /** Answers short enough for a column of a matrix. */
    readonly answers: Readonly<Record<AnswerValue | "not-stated", string>>;
    /** Issues that have no room. */
    readonly left: Plural;
  };
  readonly articleKinds: Readonly<Record<Article["kind"], string>>;
  readonly headings: Readonly<Record<"matrix" | "positions" | "disputes" | "timeline" | "sources", string>>;
  readonly edition: string;
  /** `{date}` is the newest source's. */
  readonly asOf: string;
  readonly asOfUnknown: string;
  /** Whose judgement an assessment is: `{author}` is a name. */
  readonly authorNamed: string;
  readonly authorUnnamed: string;
  /** `{short}` is what the article is called. */
  readonly authorOf: string;
  readonly noOutletNorAuthor: string;
  readonly noOutlet: string;
  readonly noAuthor: string;
  readonly undated: string;
  readonly viewpoint: string;
  readonly noStatements: string;
  readonly noSources: string;
  readonly noDisputes: string;
  readonly citationLegend: string;
  /** What a citation leads to besides its entry. */
  readonly evidence: {
    /** The place in the source itself, on the web. */
    readonly place: string;
    readonly source: string;
    readonly archived: string;
    readonly close: string;
  };
  readonly disputeLegend: string;
  /** `{stated}` of `{total}` cells have an answer. */
  readonly matrixCaption: string;
  readonly disputeKinds: { readonly contradiction: string; readonly change: string };
  /** `{events}` is the list of dates and texts. */
  readonly timelineAlt: string;
  readonly omitted: string;
  readonly omittedStatements: Plural;
  readonly omittedDisputes: Plural;
  readonly omittedNotes: Plural;
  readonly omittedEvents: Plural;
  readonly omittedChanges: Plural;
  readonly omittedAnswers: Plural;
  /** Of all sources together. */
  readonly omittedViewpoints: Plural;
  /** What differs from an earlier edition; `{id}` is that edition's. */
  readonly changes: ChangeWords;
  /** On a page that lists issues because all that there is would be too much for it. */
  readonly issueList: {
    /** Of the overview or an actor: `{statements}` and `{answers}` are counts. */
    readonly complete: string;
    /** Of the page of changes: `{changes}` is a count, `{id}` the edition compared with. */
    readonly changes: string;
    /** Events of no issue in particular that have no room either. */
    readonly events: Plural;
  };
  /** `{date}` is the day; the note follows. */
  readonly corrected: string;
  /** The note of a correction by which nothing changes but what the program makes of the library. */
  readonly correctedByProgram: string;
  /** `{id}` is the edition replaced. */
  readonly replaces: string;
  readonly byMachine: string;
  readonly byPerson: string;
  readonly unreviewed: string;
  /** `{name}` and `{date}`. */
  readonly reviewed: string;
  /** `{name}`, where nobody wrote down when. */
  readonly reviewedUndated: string;
  readonly method: string;
  /** Where words in quotation marks are a translation of what was said. */
  readonly translated: string;
  readonly licence: string;
  readonly permanent: string;
  readonly newest: string;
  readonly codeAlt: string;
  /** What is attached to the PDF. */
  readonly attachment: string;
  readonly feed: FeedWords;
  readonly citing: CitingWords;
  readonly kit: KitWords;
  readonly embed: EmbedWords;
  /** Words of web pages around the sheet. */
  readonly page: {
    readonly contents: string;
    readonly skip: string;
    readonly download: string;
    readonly formats: string;
    readonly languages: string;
    readonly templates: string;
    readonly allStatements: string;
    readonly briefing: string;
    readonly about: string;
    /** The format's name. */
    readonly plainText: string;
    /** What a citation is called in full; `{source}` and `{paragraph}` are numbers, `{letter}` is the dispute's. */
    readonly sourceName: string;
    readonly citationName: string;
    readonly disputeName: string;
    readonly notFound: string;
    readonly backToContents: string;
    /** Headings of the contents page above the topics of a kind. */
    readonly topicLists: { readonly actor: string; readonly issue: string };
    /** Where a page stands. What is said of a kept edition is part of its addresses' bytes: it may never be reworded. */
    readonly versionNotice: {
      readonly label: string;
      /** `{on}` and `{since}` are dates. */
      readonly checked: string;
      /** `{id}` and `{date}` of the edition. */
      readonly kept: string;
      readonly newest: string;
      /** `{date}`; the note follows. */
      readonly corrected: string;
      readonly correctedEdition: string;
    };
    /** Under it, where downloads are counted. */
    readonly counts: {
      /** `{since}` and `{until}` are days. How far the numbers can be trusted is part of it. */
      readonly about: string;
      /** Of one edition: `{readers}`, `{robots}` and `{scanners}` are numbers. */
      readonly edition: string;
    };
    /** The list of all editions. */
    readonly archive: {
      readonly title: string;
      readonly about: string;
      readonly years: string;
      readonly issued: string;
      readonly newest: string;
      readonly first: string;
      readonly unchanged: string;
      /** `{id}` is the edition compared with. */
      readonly since: string;
      readonly changes: Readonly<
        Record<"new" | "changed" | "withdrawn" | "opened" | "settled" | "revised" | "entries", Plural>
      >;
      readonly corrects: string;
      readonly correctedBy: string;
      readonly retracted: string;
    };
    /** Before a list of what can be asked for instead. */
    readonly thereIs: string;
    /** One sentence for each way a request can be refused; `{given}` is what was asked for. */
    readonly errors: {
      readonly parameter: string;
      readonly language: string;
      readonly topic: string;
      readonly ending: string;
      readonly edition: string;
      /** `{date}` is the day it was retracted; the reason follows. */
      readonly retracted: string;
      /** The same of the newest where no edition is left. */
      readonly gone: string;
      readonly address: string;
      readonly method: string;
      readonly type: string;
      /** `{id}` is the number under which the fault is in the log. */
      readonly fault: string;
      readonly empty: string;
      /** The index is empty, but editions are on record. */
      readonly rebuilding: string;
      /** A file that was published is gone and cannot be made anew with the same bytes. */
      readonly lost: string;
      /** The database does not answer, or not as this program asks. */
      readonly unready: string;
      /** Of oEmbed: an address that is of no briefing here, no address at all, an unknown format. */
      readonly embedded: string;
      readonly missing: string;
      readonly format: string;
    };
  };
}
