const t0=T[0];
const t1=T[1];
const t2=T[2];
const clamp$F0=func(clamp$f0,t0,0,$x0);
const address$F1=func(address$f1,t1,1,$x1);
const names$F2=func(names$f2,t2,2,$x2);
const M0=memory(1,void 0,0);
const D=M0.d;
function clamp$f0(a, b) {
  b = b > 1 ? 255 : fround(b * 255);
  D.setFloat32(a >>> 0, b, true);
}
function address$f1(a, b) {
  a = b & 3 ? a * 12 | 0 : b;
  return D.getInt32((a >>> 0) + 8, true);
}
function names$f2(a, b, c) {
  D.setInt32(a >>> 0, c & 3 ? b : c, true);
}
return[clamp$F0,address$F1,names$F2];
