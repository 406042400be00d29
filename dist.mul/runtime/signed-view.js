// What stands in for the DataView of a memory of more than 2 GiB. Generated code addresses memory with int32 numbers as
// they are: in any smaller memory one that is negative is out of bounds, as it should be. Here it is an address above 2 GiB.
const TYPES = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Float32', 'Float64'];
export function signedView(view) {
    const methods = view;
    const made = {};
    const define = (name) => {
        made[name] = (at, a, b) => methods[name](at < 0 ? at + 4294967296 : at, a, b);
    };
    for (let i = 0; i < TYPES.length; i++) {
        define('get' + TYPES[i]);
        define('set' + TYPES[i]);
    }
    return made;
}
