/**
 * To where `npm run dev` sends the seeds for its Worker to freeze. In: nothing. Out: an address that no browser can ask
 * for, since there is no host of such a name.
 */
export const SEEDS_URL = "http://seeds.invalid/";
