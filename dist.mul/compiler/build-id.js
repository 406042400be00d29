export const BUILD_ID = "42b7a7673329d9b469c9eb45389c8b8d";
