const t0=T[0];
const t1=T[1];
const sum$F0=func(sum$f0,t0,0,$x0);
const lane$F1=func(lane$f1,t1,1,$x1);
const M0=memory(1,void 0,0);
const D=M0.d;
function sum$f0(a, b) {
  var c, d, e, V;
  V = D;
  c = V.getInt32(a >>> 0, true) + V.getInt32(b >>> 0, true) | 0;
  d = V.getInt32((a >>> 0) + 4, true) + V.getInt32((b >>> 0) + 4, true) | 0;
  e = V.getInt32((a >>> 0) + 8, true) + V.getInt32((b >>> 0) + 8, true) | 0;
  V.setInt32((a >>> 0) + 12, V.getInt32((a >>> 0) + 12, true) + V.getInt32((b >>> 0) + 12, true) | 0, true);
  V.setInt32((a >>> 0) + 8, e, true);
  V.setInt32((a >>> 0) + 4, d, true);
  V.setInt32(a >>> 0, c, true);
}
function lane$f1(a) {
  var V;
  V = D;
  V.getFloat32((a >>> 0) + 12, true);
  return fround(V.getFloat32((a >>> 0) + 8, true) * .5);
}
return[sum$F0,lane$F1];
