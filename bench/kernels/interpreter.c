// A stack-machine interpreter with one big switch (br_table), running a small
// program written in its bytecode: a loop around a subroutine that mixes bits.
#include "kernel.h"

enum op {
  HALT, PUSH, LOAD, STORE, ADD, SUB, MUL, AND, OR, XOR, SHL, SHR, LESS, EQUAL, NOT,
  JUMP, JUMP_IF_ZERO, DUP, DROP, SWAP, FETCH, PUT, CALL, RETURN, REM, NEG
};

static s32 stack[256], locals[16], returns[64], heap[1024], program[256];

static s32 interpret(void) {
  s32 *sp = stack;
  const s32 *pc = program;
  u32 depth = 0;
  for (;;) {
    switch (*pc++) {
      case HALT: return sp[-1];
      case PUSH: *sp++ = *pc++; break;
      case LOAD: *sp++ = locals[*pc++ & 15]; break;
      case STORE: locals[*pc++ & 15] = *--sp; break;
      case ADD: sp--, sp[-1] = (s32)((u32)sp[-1] + (u32)sp[0]); break;
      case SUB: sp--, sp[-1] = (s32)((u32)sp[-1] - (u32)sp[0]); break;
      case MUL: sp--, sp[-1] = (s32)((u32)sp[-1] * (u32)sp[0]); break;
      case AND: sp--, sp[-1] &= sp[0]; break;
      case OR: sp--, sp[-1] |= sp[0]; break;
      case XOR: sp--, sp[-1] ^= sp[0]; break;
      case SHL: sp--, sp[-1] = (s32)((u32)sp[-1] << (sp[0] & 31)); break;
      case SHR: sp--, sp[-1] >>= sp[0] & 31; break;
      case LESS: sp--, sp[-1] = sp[-1] < sp[0]; break;
      case EQUAL: sp--, sp[-1] = sp[-1] == sp[0]; break;
      case NOT: sp[-1] = !sp[-1]; break;
      case NEG: sp[-1] = (s32)-(u32)sp[-1]; break;
      case JUMP: pc = program + *pc; break;
      case JUMP_IF_ZERO: pc = *--sp ? pc + 1 : program + *pc; break;
      case DUP: *sp = sp[-1], sp++; break;
      case DROP: sp--; break;
      case SWAP: {
        s32 top = sp[-1];
        sp[-1] = sp[-2], sp[-2] = top;
        break;
      }
      case FETCH: sp[-1] = heap[sp[-1] & 1023]; break;
      case PUT: sp -= 2, heap[sp[1] & 1023] = sp[0]; break;
      case CALL: returns[depth++ & 63] = (s32)(pc + 1 - program), pc = program + *pc; break;
      case RETURN: pc = program + returns[--depth & 63]; break;
      case REM: sp--, sp[-1] = sp[0] > 0 ? sp[-1] % sp[0] : 0; break;
      default: return -1;
    }
  }
}

static s32 length;
static void op(s32 code) { program[length++] = code; }
static void op1(s32 code, s32 operand) { op(code), op(operand); }

enum { I, LIMIT, SUM };

static void assemble(void) {
  length = 0;
  op1(PUSH, 0), op1(STORE, I), op1(PUSH, 0), op1(STORE, SUM);
  s32 loop = length;
  op1(LOAD, I), op1(LOAD, LIMIT), op(LESS), op1(JUMP_IF_ZERO, 0);
  s32 to_end = length - 1;
  op1(LOAD, I), op1(CALL, 0);
  s32 to_routine = length - 1;
  op1(LOAD, SUM), op(ADD), op1(STORE, SUM);
  op1(LOAD, SUM), op1(LOAD, I), op(PUT);
  op1(LOAD, I), op1(PUSH, 1), op(ADD), op1(STORE, I), op1(JUMP, loop);
  program[to_end] = length;
  op1(LOAD, SUM), op(HALT);
  program[to_routine] = length;
  op(DUP), op(FETCH), op(XOR);
  op(DUP), op1(PUSH, 13), op(SHL), op(XOR), op(DUP), op1(PUSH, 17), op(SHR), op(XOR);
  op(DUP), op1(PUSH, 0), op(LESS), op1(JUMP_IF_ZERO, length + 3), op(NEG), op1(PUSH, 1000003), op(REM), op(RETURN);
}

EXPORT(run) s32 run(s32 n) {
  for (int i = 0; i < 1024; i++) heap[i] = i * 265443;
  assemble();
  locals[LIMIT] = n * 1000;
  return interpret();
}
