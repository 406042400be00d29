export const RETURNED = -1;
export const newWay = (target, returns) => ({ target, returns, edges: [], args: [], gives: [] });
export const given = (kind, value, variable) => ({ kind, value, variable, slot: RETURNED });
