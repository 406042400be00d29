export const BUILD_ID = "f01d4cf3614284297d81eac0b7027835";
