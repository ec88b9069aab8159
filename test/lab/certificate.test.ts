import { X509Certificate } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { selfSigned } from '../../tools/lab/certificate';

describe('selfSigned', () => {
  it('makes a certificate for 127.0.0.1 that is signed by its own key and valid now', () => {
    const now = new Date('2031-02-28T23:59:59Z');
    const certificate = new X509Certificate(selfSigned(now.getTime()).cert);
    expect(certificate.subject).toBe('CN=127.0.0.1');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect([Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]).toEqual([
      Date.parse('2031-02-27T23:59:59Z'),
      Date.parse('2031-03-01T23:59:59Z'),
    ]);
  });

  it('makes another key each time', () => {
    expect(selfSigned().key).not.toBe(selfSigned().key);
  });

  it('serves TLS', async () => {
    const server = createServer(selfSigned(), (socket) => socket.end('hello'));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const client = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    const chunks: string[] = [];
    for await (const chunk of client.setEncoding('utf8')) chunks.push(String(chunk));
    server.close();
    expect(chunks.join('')).toBe('hello');
  });
});
