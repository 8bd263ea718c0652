/**
 * The running program: its name, which is part of every edition it sets, and its version, which people call it by. In:
 * nothing. Out: the type. The version is told and never set: two programs that differ in it alone make equal files.
 */
export interface Program {
  /** A hash of what files are a function of besides the edition. */
  readonly name: string;
  /** As in `package.json` and the changelog. */
  readonly version: string;
}
