#!/usr/bin/env escript
%% Values across to Erlang's own ASN.1 compiler in aligned PER. Arguments: an empty folder to work in, and the module;
%% `ready` is said when it is compiled. Then each line of the standard input is one term and is answered by one line:
%%   {cross, Type, Hex, Value}.  decodes the octets, compares with the value and encodes it: `ok HEX`, or what differs
%%   {value, Type}.              makes a random value: `ok HEX`
-mode(compile).

main([Work, File]) ->
    ok = file:set_cwd(Work),
    true = code:add_pathz(Work),
    ok = asn1ct:compile(File, [per, maps, noobj, {outdir, Work}, {i, filename:dirname(File)}]),
    Name = filename:basename(File, ".asn"),
    {ok, Module} = compile:file(filename:join(Work, Name), [{outdir, Work}, report_errors]),
    rand:seed(exsss, {1, 2, 3}),
    io:format("ready~n"),
    serve(Module).

serve(Module) ->
    case io:read('') of
        eof -> ok;
        {ok, Request} ->
            io:format("~ts~n", [answer(Module, Request)]),
            serve(Module)
    end.

answer(Module, {cross, Type, Hex, Value}) ->
    try Module:decode(Type, binary:decode_hex(list_to_binary(Hex))) of
        {ok, Value} -> encoded(Module, Type, Value);
        {ok, Other} -> io_lib:format("differs ~0p", [Other]);
        Error -> io_lib:format("error ~0p", [Error])
    catch
        Class:Reason -> io_lib:format("error ~0p", [{Class, Reason}])
    end;
answer(Module, {value, Type}) ->
    {ok, Value} = asn1ct:value(Module, Type),
    encoded(Module, Type, Value).

encoded(Module, Type, Value) ->
    case Module:encode(Type, Value) of
        {ok, Octets} -> ["ok ", binary:encode_hex(Octets)];
        Error -> io_lib:format("error ~0p", [Error])
    end.
