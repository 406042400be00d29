const t0=T[0];
const t1=T[1];
const load$F0=func(load$f0,t0,0,$x0);
const small$F1=func(small$f1,t1,1,$x1);
const M0=memory(1,void 0,2);
const D=M0.d;
function load$f0(a, b) {
  return D.getInt32((b >>> 0) * 4294967296 + (a >>> 0) + 4, true);
}
function small$f1(a) {
  return D.getInt32(a >>> 0, true);
}
return[load$F0,small$F1];
