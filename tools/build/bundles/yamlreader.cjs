'use strict';

// js-yaml's parser alone, without its writer and its types. The paths skip the package's `exports`.
module.exports = {
  load: require('../../../node_modules/js-yaml/lib/loader.js').load,
  Schema: require('../../../node_modules/js-yaml/lib/schema.js'),
  Type: require('../../../node_modules/js-yaml/lib/type.js'),
};
