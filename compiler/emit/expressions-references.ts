// References and tables.
import { binary, call, identifier, member, NULL, type Expression } from './ast.js';
import { drop } from './expressions-memory.js';
import { emits, fromBoolean, fromSigned, type Writer } from './writer.js';

emits((w, n) => w.env.funcRef(n.imm), 'ref.func');
emits((w, n, want) => fromBoolean(w, binary('===', w.operand(n.args[0]), NULL), want), 'ref.is_null');
emits((w, n, want) => {
  const left = w.operand(n.args[0]);
  return fromBoolean(w, binary('===', left, w.operand(n.args[1])), want);
}, 'ref.eq');
emits((w, n) => call(w.helper('nonNull'), w.operands(n.args)), 'ref.as_non_null');

const table = (w: Writer, index: number): Expression => identifier(w.env.table(index));
emits((w, n) => call(w.helper('tableGet'), [table(w, n.imm), ...w.operands(n.args)]), 'table.get');
emits((w, n) => call(w.helper('tableSet'), [table(w, n.imm), ...w.operands(n.args)]), 'table.set');
emits((w, n) => member(member(table(w, n.imm), 'a'), 'length'), 'table.size');
emits((w, n, want) => fromSigned(call(w.helper('tableGrow'), [table(w, n.imm), ...w.operands(n.args)]), want), 'table.grow');
emits((w, n) => call(w.helper('tableFill'), [table(w, n.imm), ...w.operands(n.args)]), 'table.fill');
emits((w, n) => call(w.helper('tableCopy'), [table(w, n.imm), table(w, n.imm2), ...w.operands(n.args)]), 'table.copy');
emits((w, n) => call(w.helper('tableInit'), [table(w, n.imm), identifier(w.env.elem(n.imm2)), ...w.operands(n.args)]), 'table.init');
emits((w, n) => drop(identifier(w.env.elem(n.imm))), 'elem.drop');
