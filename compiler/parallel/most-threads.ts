// How many threads are started at the most, whatever somebody asks for. Those beyond the processors take memory and save no
// time, and a process with thousands of them is ended by the engine.
import { availableParallelism } from 'node:os';

export const MOST_THREADS = Math.max(32, availableParallelism());
