/**
 * Opens the stores of an installation. In: the state folder of the local one, or nothing for production. Out: the stores,
 * and an end. Both are reached through a Worker in workerd on this machine; for production its two bindings are remote
 * ones, which wrangler connects.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { BESIDE, readConfiguration, surroundingsIn } from "../local-worker.ts";
import { BadBackup } from "./folder.ts";
import { type Stores, storesAt } from "./stores.ts";
import { STORES_WORKER } from "./stores-worker.ts";

export interface OpenStores extends Stores {
  readonly close: () => Promise<void>;
}

type Surroundings = Pick<ReturnType<typeof surroundingsIn>, "compatibilityDate" | "compatibilityFlags"> & {
  readonly d1Databases: object;
  readonly r2Buckets: object;
};

/** `state` is the folder that wrangler keeps local stores in. */
export async function openLocalStores(state: string, config = readConfiguration()): Promise<OpenStores> {
  return await startBeside(surroundingsIn(config), join(state, "v3"));
}

/** Needs an account that wrangler is logged in to. */
export async function openRemoteStores(): Promise<OpenStores> {
  const config = readConfiguration();
  const [database] = config.d1_databases;
  const [bucket] = config.r2_buckets;
  const id = database?.database_id ?? "0";
  if (/^[0-]+$/.test(id))
    throw new BadBackup("set database_id in wrangler.toml to the one that `wrangler d1 create einblatt` printed");
  const name = bucket?.bucket_name ?? "";
  const { startRemoteProxySession: connect } = createRequire(import.meta.url)("wrangler") as typeof import("wrangler");
  const session = await connect({
    LIBRARY: { type: "d1", database_id: id, remote: true },
    SHEETS: { type: "r2_bucket", bucket_name: name, remote: true },
  });
  try {
    await session.ready;
    const by = { remoteProxyConnectionString: session.remoteProxyConnectionString };
    const stores = await startBeside({
      ...surroundingsIn(config),
      d1Databases: { LIBRARY: { id, ...by } },
      r2Buckets: { SHEETS: { id: name, ...by } },
    });
    return {
      ...stores,
      close: async () => {
        await stores.close();
        await session.dispose();
      },
    };
  } catch (error) {
    await session.dispose();
    throw error;
  }
}

async function startBeside(surroundings: Surroundings, persist?: string): Promise<OpenStores> {
  const worker = { ...surroundings, name: BESIDE, modules: true, script: STORES_WORKER, unsafeDirectSockets: [{}] };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [worker],
      ...(persist === undefined ? {} : { resourcePersistencePath: persist }),
    } as Parameters<typeof convertV4MiniflareOptions>[0]),
  );
  const { close, ...stores } = storesAt(await miniflare.unsafeGetDirectURL(BESIDE));
  return {
    ...stores,
    close: async () => {
      close();
      await miniflare.dispose();
    },
  };
}
