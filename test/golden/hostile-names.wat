;; Names of others cannot end a string or comment, hide what the module needs, or be taken for a property that all objects have.
;; options: { "whole": true }
(module (import "__proto__" "constructor" (func $*/alert (param i32)))
  (func $`$*/ (export "\22};alert(1)//") (call $*/alert (i32.const 1)))
  (func $eval (export "__proto__") (result i32) (i32.const 2))
  (func $R (export "\e2\80\a8</script>") (result i64) (i64.const 3)))
