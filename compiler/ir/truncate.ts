// Shortens a list element by element: setting `length` is a call into the engine, even where it changes nothing, which at every
// block and edge adds up to a hundredth of all time.

export function truncate(list: unknown[], length: number): void {
  while (list.length > length) list.pop();
}
