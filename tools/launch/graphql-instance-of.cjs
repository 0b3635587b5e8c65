/** What graphql's own `jsutils/instanceOf.js` is under NODE_ENV=production, which tests cannot set. */
exports.instanceOf = (value, constructor) => value instanceof constructor;
