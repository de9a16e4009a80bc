export const collection = {};
