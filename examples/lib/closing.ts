/** Works with a client and closes it in the end, whatever happens: a session that stays open counts against the account's limit. */
export async function closing<C extends { close(): Promise<void> }, T>(
  client: C,
  work: (client: C) => Promise<T>,
): Promise<T> {
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
