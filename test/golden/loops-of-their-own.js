const t0=T[0];
const run$F0=func(run$f0,t0,0,$x0);
const M0=memory(1,void 0,0);
const D=M0.d;
function run$f0(a) {
  var b, V;
  b = 0;
  V = D;
  do {
    V.setFloat64(b << 3, b, true);
    b = b + 1 | 0;
    if (b >= 1000) {
      break;
    }
    V.setFloat64(b << 3, b, true);
    b = b + 1 | 0;
    if (b >= 1000) {
      break;
    }
    V.setFloat64(b << 3, b, true);
    b = b + 1 | 0;
    if (b >= 1000) {
      break;
    }
    V.setFloat64(b << 3, b, true);
    b = b + 1 | 0;
  } while (b < 1000);
  return run$f0$1(a);
}
function run$f0$1(a) {
  var b, c, V;
  b = 0;
  V = D;
  do {
    c = 0;
    do {
      b = b + V.getFloat64(c << 3, true) * V.getFloat64((c << 3) + 8 | 0, true);
      c = c + 1 | 0;
      if (c >= 999) {
        break;
      }
      b = b + V.getFloat64(c << 3, true) * V.getFloat64((c << 3) + 8 | 0, true);
      c = c + 1 | 0;
      if (c >= 999) {
        break;
      }
      b = b + V.getFloat64(c << 3, true) * V.getFloat64((c << 3) + 8 | 0, true);
      c = c + 1 | 0;
      if (c >= 999) {
        break;
      }
      b = b + V.getFloat64(c << 3, true) * V.getFloat64((c << 3) + 8 | 0, true);
      c = c + 1 | 0;
    } while (c < 999);
    a = a - 1 | 0;
  } while (a);
  return b;
}
return[run$F0];
