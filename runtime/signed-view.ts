// What stands in for the DataView of a memory of more than 2 GiB. Generated code addresses memory with int32 numbers as
// they are: in any smaller memory one that is negative is out of bounds, as it should be. Here it is an address above 2 GiB.

/** What methods of views read and write. */
export const typeNames = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Float32', 'Float64'];

type Methods = Record<string, (at: number, ...rest: unknown[]) => unknown>;

export function signedView(view: DataView): DataView {
  const methods = view as unknown as Methods;
  const made: Methods = {};
  const define = (name: string): void => {
    made[name] = (at, a, b) => methods[name](at < 0 ? at + 4294967296 : at, a, b);
  };
  for (let i = 0; i < typeNames.length; i++) {
    define('get' + typeNames[i]);
    define('set' + typeNames[i]);
  }
  return made as unknown as DataView;
}
