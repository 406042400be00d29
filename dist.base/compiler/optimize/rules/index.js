// All rewriting rules, in the order they are tried.
import { ARITHMETIC } from './arithmetic.js';
import { COMPARISONS } from './comparisons.js';
import { CONVERSIONS, SELECTS, STORES } from './conversions.js';
import { SHIFTS } from './shifts.js';
import { indexRules } from './pattern.js';
export const ALL_RULES = [...ARITHMETIC, ...SHIFTS, ...COMPARISONS, ...CONVERSIONS, ...SELECTS, ...STORES];
export const RULES_BY_OP = indexRules(ALL_RULES);
