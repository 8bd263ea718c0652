/**
 * What the compiler cannot say of a template: floors, order and that the sections make sense together. In: a template.
 * Out: the same template, or a `BadTemplate` naming file and field. Run when templates are loaded.
 */
import { BadTemplate } from "./problem.ts";
import { FLOORS, type StyleName, type Template } from "./template.ts";

/** Styles whose words a reader reads, and the size in points below which they are never set. */
const LEAST: Readonly<Partial<Record<StyleName, number>>> = {
  body: FLOORS.body,
  standfirst: FLOORS.body,
  note: FLOORS.note,
  source: FLOORS.note,
  cell: FLOORS.note,
  colophon: FLOORS.plot,
  plot: FLOORS.plot,
};

export function checkTemplate(template: Template): Template {
  const fail = (field: string, reason: string): never => {
    throw new BadTemplate(template.id, field, reason);
  };
  const { ladder, sections, concessions, limits, styles } = template;
  if (template.serves.length === 0) fail("serves", "name at least one kind of topic");
  if (ladder.length === 0) fail("ladder", "needs at least one rung");
  ladder.forEach((rung, i) => {
    const before = ladder[i - 1];
    if (before !== undefined && rung.size > before.size)
      fail(`ladder[${i}].size`, "must not be larger than the rung before");
    if (rung.size < FLOORS.body) fail(`ladder[${i}].size`, `must be at least ${FLOORS.body} points`);
  });
  const tightest = ladder.at(-1)?.size ?? 0;
  for (const [name, least] of Object.entries(LEAST)) {
    const { size } = styles[name as StyleName];
    const points = "points" in size ? size.points : Math.max(size.atLeast, size.em * tightest);
    if (points < least) fail(`styles.${name}.size`, `is ${points} points on the tightest rung; the least is ${least}`);
  }
  const kinds = sections.map(({ section }) => section);
  kinds.forEach((kind, i) => {
    if (kinds.indexOf(kind) !== i) fail(`sections[${i}]`, `${kind} is there twice`);
  });
  sections.forEach(({ columns, grid }, i) => {
    if (columns > 1 && grid === undefined)
      fail(`sections[${i}].grid`, "name the style whose leading the columns share");
  });
  for (const needed of ["masthead", "omitted", "sources", "colophon"] as const) {
    if (!kinds.includes(needed)) fail("sections", `${needed} is missing; every sheet carries it`);
  }
  if (
    kinds.indexOf("sources") < Math.max(...kinds.map((kind, i) => (kind === "sources" || kind === "colophon" ? -1 : i)))
  ) {
    fail("sections", "sources must follow every section that cites");
  }
  concessions.forEach(({ reduce, to }, i) => {
    if (to > limits[reduce]) fail(`concessions[${i}].to`, `is more than the limit of ${limits[reduce]}`);
  });
  for (const key of Object.keys(limits) as (keyof typeof limits)[]) {
    if (!concessions.some(({ reduce, to }) => reduce === key && to === 0)) {
      fail("concessions", `${key} must be reducible to 0, or a full library could not fit`);
    }
  }
  return template;
}
