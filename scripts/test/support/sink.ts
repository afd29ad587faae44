/** Takes what a command says. */
export interface Sink {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly said: () => { readonly out: string; readonly err: string };
}

export function createSink(): Sink {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    said: () => ({ out: out.join(""), err: err.join("") }),
  };
}
