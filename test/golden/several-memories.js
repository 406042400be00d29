const t0=T[0];
const move$F0=func(move$f0,t0,0,$x0);
const a$M0=memory(1,void 0,0);
const D=a$M0.d;
const b$M1=memory(1,void 0,0);
const D1=b$M1.d;
function move$f0(a) {
  D1.setInt32(a >>> 0, D.getInt32(a >>> 0, true), true);
}
return[move$F0];
