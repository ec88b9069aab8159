import { commit, commitStatus } from './commit/commit';
import { push, pushStatus } from './commit/push';
import { generic } from './generic';
import { createAddress, deleteAddress, editAddress, getAddress, listAddresses } from './objects/address';
import {
  createAddressGroup,
  deleteAddressGroup,
  editAddressGroup,
  getAddressGroup,
  listAddressGroups,
} from './objects/addressgroup';
import { listApplications } from './objects/application';
import {
  createApplicationGroup,
  deleteApplicationGroup,
  editApplicationGroup,
  listApplicationGroups,
} from './objects/applicationgroup';
import { listDeviceGroups } from './objects/devicegroup';
import { registerIpTag, unregisterIpTag } from './objects/iptag';
import { createProfileGroup, deleteProfileGroup, editProfileGroup, listProfileGroups } from './objects/profilegroup';
import { createService, deleteService, getService, listServices } from './objects/service';
import {
  createServiceGroup,
  deleteServiceGroup,
  editServiceGroup,
  getServiceGroup,
  listServiceGroups,
} from './objects/servicegroup';
import { createTag, deleteTag, editTag, listTags } from './objects/tag';
import { getAuditComment } from './rules/auditcomment';
import { createRule } from './rules/create';
import { editRule } from './rules/edit';
import { listRules } from './rules/list';
import { deleteRule, moveRuleCommand } from './rules/move';
import { applySecurityProfile } from './rules/profile';
import type { Command } from './session';

/** The commands by name; which of them a version has, its manifests say. */
export const COMMANDS: { readonly [name: string]: Command } = {
  'pan-os': generic,
  'pan-os-create-rule': createRule,
  'pan-os-edit-rule': editRule,
  'pan-os-move-rule': moveRuleCommand,
  'pan-os-delete-rule': deleteRule,
  'pan-os-list-rules': listRules,
  'pan-os-get-audit-comment': getAuditComment,
  'pan-os-apply-security-profile': applySecurityProfile,
  'pan-os-remove-security-profile': applySecurityProfile,
  'pan-os-list-addresses': listAddresses,
  'pan-os-get-address': getAddress,
  'pan-os-create-address': createAddress,
  'pan-os-edit-address': editAddress,
  'pan-os-delete-address': deleteAddress,
  'pan-os-list-address-groups': listAddressGroups,
  'pan-os-get-address-group': getAddressGroup,
  'pan-os-create-address-group': createAddressGroup,
  'pan-os-edit-address-group': editAddressGroup,
  'pan-os-delete-address-group': deleteAddressGroup,
  'pan-os-list-services': listServices,
  'pan-os-get-service': getService,
  'pan-os-create-service': createService,
  'pan-os-delete-service': deleteService,
  'pan-os-list-service-groups': listServiceGroups,
  'pan-os-get-service-group': getServiceGroup,
  'pan-os-create-service-group': createServiceGroup,
  'pan-os-edit-service-group': editServiceGroup,
  'pan-os-delete-service-group': deleteServiceGroup,
  'pan-os-list-tag': listTags,
  'pan-os-create-tag': createTag,
  'pan-os-edit-tag': editTag,
  'pan-os-delete-tag': deleteTag,
  'pan-os-list-security-profile-group': listProfileGroups,
  'pan-os-create-security-profile-group': createProfileGroup,
  'pan-os-edit-security-profile-group': editProfileGroup,
  'pan-os-delete-security-profile-group': deleteProfileGroup,
  'pan-os-list-application-groups': listApplicationGroups,
  'pan-os-create-application-group': createApplicationGroup,
  'pan-os-edit-application-group': editApplicationGroup,
  'pan-os-delete-application-group': deleteApplicationGroup,
  'pan-os-list-applications': listApplications,
  'pan-os-list-device-groups': listDeviceGroups,
  'pan-os-register-ip-tag': registerIpTag,
  'pan-os-unregister-ip-tag': unregisterIpTag,
  'pan-os-commit': commit,
  'pan-os-commit-status': commitStatus,
  'pan-os-push-to-device-group': push,
  'pan-os-push-status': pushStatus,
};
