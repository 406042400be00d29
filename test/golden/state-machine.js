const t0=T[0];
const run$F0=func(run$f0,t0,0,$x0);
const M0=memory(1,void 0,0);
const D=M0.d;
function run$f0(a) {
  var b, V;
  b = 0;
  V = D;
  for (; ; ) {
    switch (V.getUint8(a >>> 0)) {
      case 0:
        b = b + 1 | 0;
      case 1:
        b = b * 3 | 0;
        a = a + 1 | 0;
        continue;
      case 2:
        a = V.getInt32((a >>> 0) + 4, true);
        continue;
    }
    break;
  }
  return b;
}
return[run$F0];
