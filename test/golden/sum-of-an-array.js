const t0=T[0];
const sum$F0=func(sum$f0,t0,0,$x0);
const M0=memory(1,void 0,0);
const D=M0.d;
function sum$f0(a, b) {
  var c, V;
  c = 0;
  V = D;
  for (; ; ) {
    if (b) {
      c = c + V.getInt32(a >>> 0, true) | 0;
      a = a + 4 | 0;
      b = b - 1 | 0;
      continue;
    }
    break;
  }
  return c;
}
return[sum$F0];
