const word = "Hello";

export function greet(name: string): string {
  return name === "" ? word : `${word}, ${encodeURIComponent(name)}`;
}

export function leave(): string {
  return "Bye";
}
