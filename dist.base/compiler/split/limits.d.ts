export declare const limits: {
    /** Functions above this are split, and what stays and what is taken out is at most this. */
    function: number;
    /** Nothing smaller is taken out. */
    smallest: number;
    /** What is found at first must save this part of what is too much: where it does not, the rest stays too large in the end. */
    atFirst: number;
};
