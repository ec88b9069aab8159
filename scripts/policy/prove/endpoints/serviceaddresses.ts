import { hasKey, sortedKeys } from '../../text/canonical';
import { type Address, type Block, singleBlock, someBlockHolds } from '../read/addresses';
import { type IdentityContext, serviceIdentity, unknownServiceIdentity } from './identities';
import { addressesOf } from '../read/pods';
import { boundaryAddresses } from './outside';
import { addressRows } from './rows';
import type { ServiceFacts } from '../read/servicefacts';
import { type Endpoint, type Surroundings, add, distinctPlaces } from './surroundings';

/** Adds the cluster addresses of Services, and those that no Service has yet. */
export function addServiceAddresses(surroundings: Surroundings): void {
  addServices(surroundings);
  addUnknown(surroundings);
}

/** An address of the Service network that no Service has. */
export function unknownService(context: IdentityContext, address: Address): Endpoint {
  return {
    identity: unknownServiceIdentity(context),
    address,
    addressRows: addressRows(context.scheme, address),
  };
}

function addServices(surroundings: Surroundings): void {
  const found: { [digits: string]: { readonly address: Address; readonly services: ServiceFacts[] } } = {};
  for (const service of surroundings.facts.services) {
    for (const address of service.clusterAddresses) {
      if (!hasKey(found, address.digits)) found[address.digits] = { address, services: [] };
      found[address.digits].services.push(service);
    }
  }
  for (const digits of sortedKeys(found)) {
    add(surroundings, serviceIdentity(surroundings.context, found[digits].services), found[digits].address);
  }
}

/**
 * A Service that comes later may get any free address of the network: one stands for each class of them. Those of pods
 * and nodes are theirs, even where a wrong setting puts them inside.
 */
function addUnknown(surroundings: Surroundings): void {
  const { context, facts, mentioned } = surroundings;
  const used: { [digits: string]: true } = {};
  for (const digits of Object.keys(surroundings.taken)) used[digits] = true;
  const singles: Block[] = [];
  // What is beside any other address is at the end of the network, or not in it.
  function take(address: Address): void {
    if (someBlockHolds(facts.serviceNetwork, address)) singles.push(singleBlock(address));
  }
  for (const { address } of surroundings.endpoints) {
    used[address.digits] = true;
    take(address);
  }
  for (const pod of facts.pods) addressesOf(pod).forEach(take);
  const free = boundaryAddresses(facts.serviceNetwork.concat(mentioned, singles)).filter(
    (address) =>
      !hasKey(used, address.digits) &&
      someBlockHolds(facts.serviceNetwork, address) &&
      !someBlockHolds(facts.podNetwork, address),
  );
  for (const place of distinctPlaces(surroundings, free)) {
    surroundings.endpoints.push(unknownService(context, place.address));
  }
}
