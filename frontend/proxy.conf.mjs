/** The server that `npm run dev` starts beside the page. */
const target = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default { '/api': { target }, '/socket.io': { target, ws: true } };
