'use strict';

// js-yaml without its writer and without the types that Kubernetes has none of. The paths skip the package's `exports`.
module.exports = {
  load: require('../../node_modules/js-yaml/lib/loader.js').load,
  CORE_SCHEMA: require('../../node_modules/js-yaml/lib/schema/core.js'),
  Type: require('../../node_modules/js-yaml/lib/type.js'),
};
