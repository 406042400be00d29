const t0=T[0];
const t1=T[1];
const sum$F0=func(sum$f0,t0,0,$x0);
const known$F1=func(known$f1,t1,1,$x1);
const M0=memory(1,void 0,4);
const D=M0.d,D0i=elements(M0,4);
function sum$f0(a, b) {
  var c, d;
  c = 0;
  d = D0i;
  for (; ; ) {
    if (b) {
      c = c + (d[a & 3 ? 1073741824 : a >>> 2] ?? D.getInt32(a >>> 0, true)) | 0;
      a = a + 4;
      b = b - 1 | 0;
      continue;
    }
    break;
  }
  return c;
}
function known$f1(a) {
  return D0i[a & 255];
}
return[sum$F0,known$F1];
