// Where functions get too large, in estimated bytes of JavaScript bytecode (size.ts). Tests lower these.
export const limits = {
  /** Functions above this are split, and what stays and what is taken out is at most this. */
  function: 45_000,
  /** Nothing smaller is taken out. */
  smallest: 300,
  /** What is found at first must save this part of what is too much: where it does not, the rest stays too large in the end. */
  atFirst: 0.7,
  /** Ladders of fewer rungs are not taken apart. */
  rungs: 8,
};
