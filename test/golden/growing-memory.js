const t0=T[0];
const grow$F0=func(grow$f0,t0,0,$x0);
const M0=memory(1,10,0);
var D=M0.d;M0.subs.push(()=>{D=M0.d});
function grow$f0(a) {
  D.setInt32(a >>> 0, 1, true);
  memoryGrow(M0, 1);
  return D.getInt32(a >>> 0, true) + (M0.n | 0) | 0;
}
return[M0,grow$F0];
