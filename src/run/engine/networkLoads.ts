let count = 0;

/** Whether engines of this page are loading networks now. */
export function areNetworksLoading(): boolean {
  return count > 0;
}

/** Loads a network, which counts until it is there or has failed. */
export async function countedNetworkLoad<T>(load: () => Promise<T>): Promise<T> {
  count += 1;
  try {
    return await load();
  } finally {
    count -= 1;
  }
}
