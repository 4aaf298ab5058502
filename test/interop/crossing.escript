#!/usr/bin/env escript
%% Values across to Erlang's own ASN.1 compiler and back. Arguments: the encoding rules, `ber` or `per` (aligned), an
%% empty folder to work in, then the modules, each after those it imports; `ready` is said when they are compiled. Then the standard input names files of requests, one
%% a line; each request is one term on one line and is answered by one line:
%%   {cross, Module, Type, Hex, Value}.  decodes the octets, compares with the value and encodes the value: `ok HEX`,
%%                                       or `differs TERM` with what was decoded, or `error TERM`; `decodes` for an
%%                                       unnamed number of an ENUMERATED, which it will not encode
%%   {value, Module, Type, Count}.       makes random values: so many lines `ok HEX`, or `error TERM`
-mode(compile).

main([Rules, Work | Files]) ->
    ok = file:set_cwd(Work),
    true = code:add_pathz(Work),
    [compile(list_to_atom(Rules), File, Work) || File <- Files],
    rand:seed(exsss, {1, 2, 3}),
    %% What asn1ct:value/2 does for each value anew, which takes 25 times as long as the value.
    asn1_db:dbstart(["."]),
    io:format("ready~n"),
    serve().

compile(Rules, File, Work) ->
    Options = [Rules, maps, noobj, {outdir, Work}, {i, Work}, {i, filename:dirname(File)}],
    ok = asn1ct:compile(File, Options),
    {ok, _} = compile:file(filename:join(Work, filename:basename(File, ".asn")), [{outdir, Work}, report_errors]).

serve() ->
    case io:get_line('') of
        eof ->
            ok;
        Line ->
            {ok, Requests} = file:read_file(string:trim(Line)),
            Lines = binary:split(Requests, <<"\n">>, [global, trim_all]),
            io:put_chars([[answer(term(Request)), "\n"] || Request <- Lines]),
            serve()
    end.

term(Line) ->
    {ok, Tokens, _} = erl_scan:string(binary_to_list(Line)),
    {ok, Term} = erl_parse:parse_term(Tokens),
    Term.

answer({cross, Module, Type, Hex, Value}) ->
    try Module:decode(Type, binary:decode_hex(list_to_binary(Hex))) of
        {ok, Value} -> encoded(Module, Type, Value);
        {ok, Other} -> io_lib:format("differs ~0p", [Other]);
        Error -> io_lib:format("error ~0p", [Error])
    catch
        Class:Reason -> io_lib:format("error ~0p", [{Class, Reason}])
    end;
answer({value, Module, Type, Count}) ->
    lists:join("\n", [value(Module, Type) || _ <- lists:seq(1, Count)]).

value(Module, Type) ->
    try asn1ct_value:from_type(Module, Type) of
        Value -> encoded(Module, Type, Value)
    catch
        Class:Reason -> io_lib:format("error ~0p", [{Class, Reason}])
    end.

encoded(Module, Type, Value) ->
    case Module:encode(Type, Value) of
        {ok, Octets} -> ["ok ", binary:encode_hex(Octets)];
        {error, {asn1, {{enumerated_not_in_range, {asn1_enum, _}}, _}}} -> "decodes";
        Error -> io_lib:format("error ~0p", [Error])
    end.
