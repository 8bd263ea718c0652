/**
 * Whether two entries say the same. In: their values, from wherever. Out: yes or no. Fields may stand in another order, as
 * they do where another program wrote them; languages may not, for a text was written in the first of them.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length) return false;
  const isTexts = !Array.isArray(one) && keys.every((key) => /^[a-z]{2,3}$/.test(key));
  if (isTexts && keys[0] !== others[0]) return false;
  const fields = other as Readonly<Record<string, unknown>>;
  return Object.entries(one).every(([key, value]) => Object.hasOwn(fields, key) && sameValue(value, fields[key]));
}
